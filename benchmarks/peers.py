"""Peers of the benchmarks come from PyPI into environments of their own in the user's cache, each once."""
import os
import subprocess
import sys


def environment(name, peer, requirements):
    """The Python of an environment with a peer's packages in it; None, and a word why, when it cannot be made."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    folder = os.path.join(cache, "hearsay", name)
    python = os.path.join(folder, "bin", "python")
    wanted = "\n".join(requirements)
    stamp = os.path.join(folder, "requirements")
    if os.path.exists(stamp) and open(stamp, encoding="utf8").read() == wanted:
        return python
    print(f"bench: installing {peer} into an environment in the cache", flush=True)
    for command in ([sys.executable, "-m", "venv", folder], [python, "-m", "pip", "install", "--quiet", *requirements]):
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            reason = (done.stderr or done.stdout).strip().splitlines()[-1:] if done.returncode else None
        except OSError as error:
            reason = [str(error)]
        if reason is not None:
            print(f"bench: skipped {peer}: " + "".join(reason or ["its installation failed"]), flush=True)
            return None
    with open(stamp, "w", encoding="utf8") as file:
        file.write(wanted)
    return python
