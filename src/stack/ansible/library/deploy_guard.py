#!/usr/bin/python
# The lock and the marker of a change, as files. Operations on one host are one after the other
# (flock), files are written whole and durable (temporary file, fsync, rename).
from __future__ import absolute_import, division, print_function

__metaclass__ = type

DOCUMENTATION = """
module: deploy_guard
short_description: lock and marker of a change
description:
  - The lock (deployment.lock) says that a run holds the host, the marker (.deploy-in-progress) that it has begun to change it.
  - Bookkeeping of the run, so changed is always false; in a check run nothing is written.
options:
  directory: {type: path, required: true, description: "where the two files lie"}
  action: {choices: [take, mark, clear, free], required: true, description: "take or free the lock, set or clear the marker"}
  owner: {type: dict, required: true, description: "who runs this, as the lookup run_owner gives it"}
  note: {type: dict, default: {}, description: "kept in the marker, from and to"}
  replace: {type: list, elements: str, default: [], description: "runs whose lock or marker may be replaced"}
"""

import errno
import fcntl
import json
import os

from ansible.module_utils.basic import AnsibleModule

LOCK, MARKER = "deployment.lock", ".deploy-in-progress"


def read(path):
    try:
        with open(path) as held:
            return json.load(held)
    except (IOError, OSError) as e:
        if e.errno == errno.ENOENT:
            return None
        raise
    except ValueError:
        # a lock that cannot be read is a lock nevertheless
        return {"run": "unreadable", "host": "unknown"}


def write(path, value):
    part = "%s.%d.tmp" % (path, os.getpid())
    with open(part, "w") as out:
        json.dump(value, out, sort_keys=True)
        out.write("\n")
        out.flush()
        os.fsync(out.fileno())
    os.rename(part, path)
    settle(os.path.dirname(path))


def settle(directory):
    fd = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def main():
    module = AnsibleModule(
        argument_spec={
            "directory": {"type": "path", "required": True},
            "action": {"choices": ["take", "mark", "clear", "free"], "required": True},
            "owner": {"type": "dict", "required": True},
            "note": {"type": "dict", "default": {}},
            "replace": {"type": "list", "elements": "str", "default": []},
        },
        supports_check_mode=True,
    )
    p = module.params
    path = os.path.join(p["directory"], LOCK if p["action"] in ("take", "free") else MARKER)
    own = [p["owner"]["run"]] + p["replace"]
    if module.check_mode:
        module.exit_json(changed=False, refused=False, msg="in a check run the %s stays as it is" % os.path.basename(path))
    try:
        if not os.path.isdir(p["directory"]):
            os.makedirs(p["directory"], 0o755)
        with open(os.path.join(p["directory"], ".guard"), "w") as guard:
            fcntl.flock(guard, fcntl.LOCK_EX)
            held = read(path)
            refused = held is not None and held.get("run") not in own
            if not refused and p["action"] in ("take", "mark"):
                write(path, dict(p["owner"], note=p["note"]))
            elif not refused and held is not None:
                os.unlink(path)
                settle(p["directory"])
    except (IOError, OSError) as e:
        module.fail_json(msg="%s cannot be written: %s" % (path, e))
    module.exit_json(changed=False, refused=refused, held=held or {}, msg="")


if __name__ == "__main__":
    main()
