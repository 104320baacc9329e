package io.signalbox.profile;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runbook folders, and which runbook an alert's name (a regular expression) leads to. */
public record RunbooksProfile(List<Path> folders, Map<String, String> byAlert) {}
