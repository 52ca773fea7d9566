"""The CASE service: frameworks for whatever reads 1EdTech CASE 1.1, below ``/ims/case/v1p1``."""
