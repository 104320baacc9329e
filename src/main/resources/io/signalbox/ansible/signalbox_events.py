# One JSON object per line for every event of an ansible-playbook run, numbered from 1 without gaps.
#
# Use:  ANSIBLE_CALLBACK_PLUGINS=<folder of this file>  ANSIBLE_CALLBACKS_ENABLED=signalbox_events
#       SIGNALBOX_EVENTS=<file>; lines are appended, so name a fresh file for every run.
#       Without SIGNALBOX_EVENTS each line goes to standard output behind the mark "@@signalbox@@ ".
# Needs ansible-core 2.14 or newer and nothing else. It never fails the play, and flushes each line.
#
# Every line:  n     number, from 1. A missing number is a line that could not be written.
#              at    UTC time, 2026-01-05T08:00:00.123Z        kind   one of the following
# Text is cut to 4096 bytes of UTF-8, the rest is marked by "…"; null means not known.
#
# playbook     format (1), playbook, ansible (version), python, check, diff,
#              plays [{name, tasks, rescueTasks}]: tasks after --tags, without those in rescue;
#              null where they cannot be counted
# play         play (uuid), name, hosts [names of this batch], hostCount, serial, strategy,
#              anyErrorsFatal, maxFailPercentage; once for every batch of a serial play
# task         task (uuid), name, role, action, path ("file:line"), tags, section (block, rescue,
#              always), rescuable, handler, loop, noLog, ignoreErrors,
#              checkMode: true predicts, false runs for real even in a check run;
#              register (the variable that keeps its result), asks [variables its conditions and
#              loop name], uses [variables its arguments name], sets [facts it sets]: what a
#              preview needs to know which results rest on a task that check mode skipped
# begin        task, host: the host starts the task
# item         as result, for one item of a loop, with item (its label); before the result
# retry        task, host, attempt, retries, msg
# result       task, host, state (ok, changed, failed, unreachable, skipped, ignored), changed,
#              msg, rc, stderr, durationMs, items (number, for a loop), attempts,
#              skip (condition, check-mode, other) and skipReason, for state skipped,
#              predicted: true in a check run when the module itself said what it would change,
#              rescuable: true for a failed task that a rescue section takes over,
#              diff [{before, after, beforeHeader, afterHeader, prepared}] and diffCut; all texts
#              of a diff together are at most 65536 bytes
# include      path, hosts, task        an include that was resolved while running
# notify       handler, host            a handler was notified
# no-hosts     msg                      no host matched (then ansible-playbook still ends with 0)
# no-hosts-left                         all hosts of the play have failed or cannot be reached
# lost         msg                      an event that could not be told
# stats        hosts {name: {ok, changed, failed, unreachable, skipped, rescued, ignored}}, and
#              custom (set_stats). The last line of a run that came to its end.
#
# no_log: such a task has noLog true; its results carry state, changed and durationMs, and msg
# "censored: no_log"; no item label, output or diff.
from __future__ import annotations

import json
import os
import re
import sys
import threading
import time

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: signalbox_events
type: aggregate
short_description: one numbered JSON line per event
description: Writes one JSON line per event to the file named in SIGNALBOX_EVENTS.
requirements: [enable in configuration]
"""

TEXT = 4096
DIFF = 65536
MARK = "@@signalbox@@ "
CENSORED = "censored: no_log"


def text(value, limit=TEXT):
    """The value as text of at most so many bytes of UTF-8; None stays None."""
    if value is None:
        return None
    if not isinstance(value, str):
        value = json.dumps(value, default=str, ensure_ascii=False) if isinstance(value, (dict, list, tuple)) else str(value)
    data = value.encode("utf-8", "replace")
    return data.decode("utf-8") if len(data) <= limit else data[: max(limit - 3, 0)].decode("utf-8", "ignore") + "…"


def plain(value):
    """The value if JSON has it and it is small, else its text."""
    return value if value is None or isinstance(value, (bool, int, float)) else text(value)


def part(result, name):
    """host, task or result of what a callback is given: the names changed in ansible-core 2.19."""
    found = getattr(result, name, None)
    return getattr(result, "_" + name) if found is None else found


WORD = re.compile(r"(?<![\w.])[A-Za-z_]\w*")
QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
TEMPLATE = re.compile(r"\{\{(.*?)\}\}|\{%(.*?)%\}", re.DOTALL)


def variables(value, expression=False):
    """Names that an expression, or the templates in a value, speak of; more than are variables."""
    if isinstance(value, dict):
        return set().union(*(variables(v, expression) for pair in value.items() for v in pair))
    if isinstance(value, (list, tuple, set)):
        return set().union(*(variables(v, expression) for v in value))
    if not isinstance(value, str):
        return set()
    if expression:
        return set(WORD.findall(QUOTED.sub(" ", value)))
    return set().union(*(variables(a or b, True) for a, b in TEMPLATE.findall(value)))


def traits(task):
    """What a task's own text says of variables."""
    args = task.args if isinstance(task.args, dict) else {}
    short = task.action.rsplit(".", 1)[-1]
    asks = variables(task.when, True) | variables(task.loop)
    uses = variables(args) | variables(task.vars) | variables(task.environment)
    if short == "assert":
        asks, uses = asks, uses | variables(args.get("that"), True)
    return {
        "register": task.register if isinstance(task.register, str) else None,
        "asks": sorted(asks),
        "uses": sorted(uses),
        "sets": sorted(k for k in args if k != "cacheable") if short == "set_fact" else [],
    }


def section(task):
    """(block, rescue or always; whether a rescue section takes over when the task fails)."""
    where, rescuable, child, parent = "block", False, task, task._parent
    while parent is not None:
        if hasattr(parent, "rescue"):
            uuids = {name: {t._uuid for t in getattr(parent, name)} for name in ("rescue", "always")}
            mine = next((name for name, held in uuids.items() if child._uuid in held), "block")
            where = mine if where == "block" else where
            rescuable = rescuable or (mine == "block" and bool(parent.rescue))
        child, parent = parent, parent._parent
    return where, rescuable


def count(blocks):
    """(tasks, tasks of rescue sections), without ansible's own meta tasks."""
    tasks = rescue = 0
    for block in blocks:
        for name in ("block", "rescue", "always"):
            for entry in getattr(block, name):
                if hasattr(entry, "rescue"):
                    inner, deep = count([entry])
                elif entry.implicit or entry.action in ("meta", "ansible.builtin.meta") and entry.args.get("_raw_params") == "flush_handlers":
                    inner, deep = 0, 0
                else:
                    inner, deep = 1, 0
                tasks, rescue = (tasks, rescue + inner + deep) if name == "rescue" else (tasks + inner, rescue + deep)
    return tasks, rescue


def why_skipped(told):
    """(condition, check-mode or other; the reason in ansible's words). A loop skipped for several reasons is "other"."""
    items = [why_skipped(i) for i in told.get("results") or [] if isinstance(i, dict)]
    if items:
        return items[0] if len({kind for kind, _ in items}) == 1 else ("other", text(told.get("msg")))
    reason, detail = told.get("skip_reason") or told.get("skipped_reason") or told.get("msg") or "", told.get("false_condition")
    condition = "onditional result was False" in reason or "false_condition" in told
    kind = "condition" if condition else "check-mode" if "check mode" in reason else "other"
    return kind, text(f"{reason}: {detail}" if detail not in (None, "") else reason)


def diffs(value):
    """(the diff in known words, whether it was cut)."""
    left, kept, cut = DIFF, [], False
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict):
            continue
        entry = {}
        for theirs, ours in (("before_header", "beforeHeader"), ("after_header", "afterHeader"), ("prepared", "prepared"), ("before", "before"), ("after", "after")):
            if one.get(theirs) is None:
                continue
            raw = one[theirs] if isinstance(one[theirs], str) else json.dumps(one[theirs], default=str, indent=1, sort_keys=True)
            entry[ours] = text(raw, left)
            cut = cut or entry[ours] != raw
            left -= len(entry[ours].encode("utf-8", "replace"))
        if entry:
            kept.append(entry)
    return kept, cut


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "signalbox_events"
    CALLBACK_NEEDS_ENABLED = True
    CALLBACK_NEEDS_WHITELIST = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._number, self._torn, self._fd = 0, False, None
        self._guard = threading.RLock()
        self._begun, self._rescuable = {}, {}
        path = os.environ.get("SIGNALBOX_EVENTS")
        if path:
            try:
                self._fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
            except OSError as e:
                self._display.warning(f"signalbox_events: {path} cannot be written, no events: {e}")
                self.disabled = True

    def _write(self, kind, **fields):
        with self._guard:
            self._number += 1
            now = time.time()
            at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now)) + ".%03dZ" % int(now % 1 * 1000)
            try:
                line = json.dumps({"n": self._number, "at": at, "kind": kind, **fields}, default=str, ensure_ascii=True)
                if self._fd is None:
                    sys.stdout.write(MARK + line + "\n")
                    sys.stdout.flush()
                    return
                data = (("\n" if self._torn else "") + line + "\n").encode("ascii")
                self._torn = True
                while data:
                    data = data[os.write(self._fd, data):]
                self._torn = False
            except (OSError, ValueError, TypeError) as e:
                self._display.warning(f"signalbox_events: event {self._number} ({kind}) is lost: {e}")

    def _safely(self, make):
        """Whatever goes wrong in telling does not stop what is told."""
        try:
            make()
        except Exception as e:  # a callback must not fail the play
            self._write("lost", msg=text(f"{type(e).__name__}: {e}"))

    # -- beginning ---------------------------------------------------------------------------

    def v2_playbook_on_start(self, playbook):
        def make():
            from ansible import context
            from ansible.release import __version__

            plays = []
            for play in playbook.get_plays():
                try:
                    known = play.get_variable_manager().get_vars(play=play)
                    tasks, rescue = count([b.filter_tagged_tasks(known) for b in play.compile()])
                except Exception:  # an uncounted play is told as such
                    tasks = rescue = None
                plays.append({"name": text(play.get_name()), "tasks": tasks, "rescueTasks": rescue})
            self._write(
                "playbook",
                format=1,
                playbook=text(playbook._file_name),
                ansible=__version__,
                python=sys.version.split()[0],
                check=bool(context.CLIARGS.get("check")),
                diff=bool(context.CLIARGS.get("diff")),
                plays=plays,
            )

        self._safely(make)

    def v2_playbook_on_play_start(self, play):
        def make():
            try:
                hosts = [h.name for h in play.get_variable_manager()._inventory.get_hosts(play.hosts)]
            except Exception:  # then the results name them
                hosts = None
            self._write(
                "play",
                play=play._uuid,
                name=text(play.get_name()),
                hosts=hosts,
                hostCount=None if hosts is None else len(hosts),
                serial=[plain(s) for s in play.serial or []],
                strategy=text(play.strategy),
                anyErrorsFatal=bool(play.any_errors_fatal),
                maxFailPercentage=plain(play.max_fail_percentage),
            )

        self._safely(make)

    def _task(self, task, handler):
        def make():
            where, rescuable = section(task)
            self._rescuable[task._uuid] = rescuable
            self._write(
                "task",
                task=task._uuid,
                name=text(task.get_name()),
                role=text(task._role.get_name()) if task._role else None,
                action=text(task.action),
                path=text(task.get_path()),
                tags=[text(t) for t in task.tags],
                section=where,
                rescuable=rescuable,
                handler=handler,
                loop=bool(task.loop or task.loop_with),
                noLog=plain(task.no_log) if isinstance(task.no_log, bool) else bool(task.no_log),
                ignoreErrors=plain(task.ignore_errors),
                checkMode=plain(task.check_mode),
                **traits(task),
            )

        self._safely(make)

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._task(task, False)

    def v2_playbook_on_cleanup_task_start(self, task):
        self._task(task, False)

    def v2_playbook_on_handler_task_start(self, task):
        self._task(task, True)

    def v2_runner_on_start(self, host, task):
        def make():
            self._begun[(host.get_name(), task._uuid)] = time.monotonic()
            self._write("begin", task=task._uuid, host=host.get_name())

        self._safely(make)

    # -- results -----------------------------------------------------------------------------

    def _told(self, kind, result, state):
        def make():
            host, task, told = part(result, "host"), part(result, "task"), part(result, "result")
            name, uuid = host.get_name(), task._uuid
            begun = self._begun.get((name, uuid)) if kind == "item" else self._begun.pop((name, uuid), None)
            changed = bool(told.get("changed"))
            fields = {
                "task": uuid,
                "host": name,
                "state": "changed" if state == "ok" and changed else state,
                "changed": changed and state != "skipped",
                "durationMs": None if begun is None else int((time.monotonic() - begun) * 1000),
            }
            if state == "failed":
                fields["rescuable"] = self._rescuable.get(uuid, False)
            hidden = task.no_log is True or told.get("_ansible_no_log") or "censored" in told
            if hidden:
                fields["msg"] = CENSORED
            else:
                self._open(fields, kind, task, told, state)
            self._write(kind, **fields)

        self._safely(make)

    def _open(self, fields, kind, task, told, state):
        if kind == "item":
            fields["item"] = text(told.get("_ansible_item_label", told.get("item")))
        results = told.get("results")
        if kind == "result" and isinstance(results, list) and (task.loop or task.loop_with):
            fields["items"] = len(results)
        fields["msg"] = text(told.get("msg"))
        if state == "failed" and not told.get("msg") and told.get("exception"):
            fields["msg"] = text(told["exception"])
        for word in ("rc", "attempts"):
            if word in told:
                fields[word] = plain(told[word])
        if told.get("stderr"):
            fields["stderr"] = text(told["stderr"])
        check = getattr(task, "check_mode", False) is True
        if state == "skipped":
            fields["skip"], fields["skipReason"] = why_skipped(told)
        elif check:
            fields["predicted"] = True
        if told.get("diff") and fields["changed"]:
            kept, cut = diffs(told["diff"])
            if kept:
                fields["diff"], fields["diffCut"] = kept, cut

    def v2_runner_on_ok(self, result):
        self._told("result", result, "ok")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._told("result", result, "ignored" if ignore_errors else "failed")

    def v2_runner_on_skipped(self, result):
        self._told("result", result, "skipped")

    def v2_runner_on_unreachable(self, result):
        self._told("result", result, "unreachable")

    def v2_runner_item_on_ok(self, result):
        self._told("item", result, "ok")

    def v2_runner_item_on_failed(self, result):
        self._told("item", result, "failed")

    def v2_runner_item_on_skipped(self, result):
        self._told("item", result, "skipped")

    def v2_runner_retry(self, result):
        def make():
            told, task = part(result, "result"), part(result, "task")
            hidden = task.no_log is True or told.get("_ansible_no_log") or "censored" in told
            self._write(
                "retry",
                task=task._uuid,
                host=part(result, "host").get_name(),
                attempt=plain(told.get("attempts")),
                retries=plain(told.get("retries")),
                msg=CENSORED if hidden else text(told.get("msg")),
            )

        self._safely(make)

    # -- the rest ----------------------------------------------------------------------------

    def v2_playbook_on_include(self, included_file):
        self._safely(
            lambda: self._write(
                "include",
                path=text(included_file._filename),
                hosts=[h.name for h in included_file._hosts],
                task=included_file._task._uuid,
            )
        )

    def v2_playbook_on_notify(self, handler, host):
        self._safely(lambda: self._write("notify", handler=text(handler.get_name()), host=host.name))

    def v2_playbook_on_no_hosts_matched(self):
        self._write("no-hosts", msg="no host matched")

    def v2_playbook_on_no_hosts_remaining(self):
        self._write("no-hosts-left")

    def v2_playbook_on_stats(self, stats):
        def make():
            hosts = {}
            for name in sorted(stats.processed):
                one = stats.summarize(name)
                one["failed"] = one.pop("failures")
                hosts[name] = one
            custom = {name: plain(value) for name, value in (stats.custom or {}).items()}
            self._write("stats", hosts=hosts, custom=custom)

        self._safely(make)
