"""What `make bench` measures. The hands and eyes are those of the stories."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "stories"))
