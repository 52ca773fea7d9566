"""CTDL and CTDL-ASN: credentials, competencies and pathways as JSON-LD (https://credreg.net)."""
