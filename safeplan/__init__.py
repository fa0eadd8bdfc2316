"""The Qt-free core: the vault, the records, the content and the hand-over.

May touch: the data folder and files the person chose. Must never import Qt or `ui`, and never open a socket.
"""

__version__ = "0.1.0"
