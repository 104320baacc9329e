# What was found on a host, judged on the control host: there it can be seen whether the process that
# left a lock or a marker still lives.
from __future__ import annotations

import socket


def life(owner):
    """running, dead, or elsewhere: started on a machine that cannot be looked at from here."""
    if owner.get("host") != socket.gethostname():
        return "elsewhere"
    with open("/proc/sys/kernel/random/boot_id") as boot:
        if boot.read().strip() != owner.get("boot"):
            return "dead"
    try:
        with open("/proc/%d/stat" % int(owner.get("pid", 0))) as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
    except (OSError, ValueError):
        return "dead"
    return "running" if fields[19] == str(owner.get("start")) and fields[0] != "Z" else "dead"


def told(owner):
    return "%s by %s on %s, process %s, since %s" % tuple(
        owner.get(k, "unknown") for k in ("run", "user", "host", "pid", "at")
    )


def guard_verdict(look, who, acknowledged="", where="this host"):
    """{allowed, state, run, words, replace}: whether a run may go on with what lies there.

    look: {lock, marker, observed?}; who: this run's owner; acknowledged: the identity of the run
    whose remains the operator has looked at.
    """
    lock, marker = look.get("lock") or None, look.get("marker") or None
    mine = who["run"]
    answer = {"allowed": True, "state": "free", "run": "", "words": "", "replace": []}

    def refuse(state, run, words):
        answer.update(allowed=False, state=state, run=run, words=words)
        return answer

    for left in (lock, marker):
        if left and left.get("run") != mine and life(left) == "running":
            return refuse("running", left["run"], "%s: another run is in progress: %s. Wait for its end." % (where, told(left)))
    for state, left in (("partial", marker), ("elsewhere", lock)):
        if not left or left.get("run") == mine:
            continue
        if state == "elsewhere" and (life(left) == "dead" or left["run"] in answer["replace"]):
            answer["replace"].append(left["run"])
            answer["state"] = "stale" if answer["state"] == "free" else answer["state"]
            continue
        if acknowledged == left["run"]:
            answer["replace"].append(left["run"])
            answer["state"] = "acknowledged"
        elif state == "partial":
            note = left.get("note") or {}
            return refuse(
                "partial",
                left["run"],
                "PARTIAL STATE on %s: the run %s began to change from %s to %s and did not come to its end. "
                "Look at what it left, then repeat with -e acknowledge_partial_state=%s"
                % (where, told(left), note.get("from") or "nothing", note.get("to") or "unknown", left["run"]),
            )
        else:
            return refuse(
                "elsewhere",
                left["run"],
                "%s: the lock is held by %s, and from here it cannot be seen whether that run still lives. "
                "Make sure that it does not, then repeat with -e acknowledge_partial_state=%s" % (where, told(left), left["run"]),
            )
    versions = {name: v for name, v in (look.get("observed") or {}).items() if v}
    if len(set(versions.values())) > 1 and answer["state"] != "acknowledged" and acknowledged != "mixed":
        return refuse(
            "partial",
            "mixed",
            "PARTIAL STATE on %s: its components answer with different versions (%s). "
            "Look at why, then repeat with -e acknowledge_partial_state=mixed"
            % (where, ", ".join("%s %s" % pair for pair in sorted(versions.items()))),
        )
    return answer


def obstacles(look, where, target, manifest, disk_free_mb, acknowledged_schema=""):
    """Why the release cannot go onto this host, in words; an empty list when it can."""
    found = []
    if look["state_error"]:
        found.append("the state file of %s cannot be read (%s): repair it or move it away" % (where, look["state_error"]))
    if int(look["disk_free_mb"]) < int(disk_free_mb):
        found.append("%s has %s MB free, and %s are needed" % (where, look["disk_free_mb"], disk_free_mb))
    for unit, told in sorted(look["units"].items()):
        if told.get("LoadState") != "loaded":
            found.append("systemd of %s does not know the unit %s (%s)" % (where, unit, told.get("LoadState") or "it did not answer"))
    before, after = int(look["manifest"].get("schema") or 0), int(manifest.get("schema") or 0)
    if before > after and str(acknowledged_schema) != str(before):
        found.append(
            "%s runs %s on database schema %d, and %s knows schema %d: a migration lies between them, and going back does "
            "not undo it. Where the older version can work on the newer schema, repeat with -e acknowledge_schema=%d"
            % (where, look["current"], before, target, after, before)
        )
    return found


def environment_state(was, target, done, group, event):
    """The control host's state file after a run: current_version changes when every host of the group has it."""
    current = was.get("current_version") or ""
    known = was.get("hosts") if isinstance(was.get("hosts"), dict) else {name: current for name in group}
    hosts = {name: target if name in done else known.get(name, "") for name in group}
    everywhere = all(version == target for version in hosts.values())
    if hosts == known and (current == target) == everywhere:
        return was
    state = dict(was, schema_version=1, hosts=hosts, changed_at=event["at"], changed_by=event["user"])
    state["history"] = ([event] + list(was.get("history") or []))[:20]
    if everywhere and current != target:
        state.update(current_version=target, previous_version=current or event["from"])
    return state


def failure_words(result):
    """Why a task failed; for a loop, why its first failed item did."""
    failed = [item for item in result.get("results") or [] if item.get("failed")]
    one = failed[0] if failed else result
    return str(one.get("msg") or one.get("stderr") or "failed")[:1000]


class FilterModule:
    def filters(self):
        return {
            "guard_verdict": guard_verdict,
            "obstacles": obstacles,
            "environment_state": environment_state,
            "failure_words": failure_words,
        }
