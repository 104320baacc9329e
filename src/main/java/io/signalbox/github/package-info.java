/** Reads GitHub's REST API: runners, runs with jobs, deployments, environments. */
@org.jspecify.annotations.NullMarked
package io.signalbox.github;
