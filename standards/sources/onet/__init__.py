"""O*NET, the occupational information of the U.S. Department of Labor: its database in text or Excel form."""

from standards.sources.onet.reader import read_onet

__all__ = ["read_onet"]
