package io.signalbox.demo;

import io.signalbox.demo.WorkflowTemplate.Job;
import io.signalbox.demo.WorkflowTemplate.Odds;
import java.util.ArrayList;
import java.util.List;

/** The workflows of the simulated repository {@code acme/shop}. */
final class WorkflowCatalog {
  static final List<String> PRIMARY = List.of("self-hosted", "production", "primary");
  private static final List<String> BUILD = List.of("self-hosted", "Linux", "X64", "build");

  static final WorkflowTemplate CI =
      new WorkflowTemplate(
          71_001,
          "CI",
          "ci.yml",
          List.of(
              job("Build", List.of(), 60, 150, 0.03, "Set up JDK", "Compile", "Upload classes"),
              job(
                  "Unit tests",
                  List.of("Build"),
                  120,
                  260,
                  0.06,
                  "Set up JDK",
                  "Run unit tests",
                  "Publish test report"),
              job(
                  "Integration tests",
                  List.of("Build"),
                  240,
                  480,
                  0.08,
                  "Start PostgreSQL",
                  "Start Redis",
                  "Run integration tests",
                  "Publish test report"),
              new Job(
                  "Package images",
                  List.of("Unit tests", "Integration tests"),
                  List.of("self-hosted", "Linux", "X64", "build", "large-memory"),
                  null,
                  new Odds(80, 200, 0.02),
                  framed(
                      "Set up Buildx",
                      "Build backend image",
                      "Build frontend image",
                      "Push images"))));

  static final WorkflowTemplate STAGING =
      new WorkflowTemplate(
          71_002,
          "Deploy to staging",
          "deploy-staging.yml",
          List.of(
              deploy(
                  "Deploy to staging",
                  List.of(),
                  List.of("self-hosted", "staging"),
                  "staging",
                  90,
                  240)));

  static final WorkflowTemplate PRODUCTION =
      new WorkflowTemplate(
          71_003,
          "Deploy",
          "deploy.yml",
          List.of(
              job(
                  "Verify artifacts",
                  List.of(),
                  25,
                  60,
                  0.0,
                  "Download images",
                  "Check signatures"),
              deploy(
                  "Deploy to production",
                  List.of("Verify artifacts"),
                  PRIMARY,
                  "production",
                  180,
                  420)));

  static final WorkflowTemplate PROBE =
      new WorkflowTemplate(
          71_004,
          "Probe the secondary",
          "probe.yml",
          List.of(
              new Job(
                  "Probe",
                  List.of(),
                  List.of("self-hosted", "production", "secondary"),
                  null,
                  new Odds(20, 45, 0.0),
                  framed("Reach production", "Check secrets"))));

  static final WorkflowTemplate PERFORMANCE =
      new WorkflowTemplate(
          71_005,
          "Performance",
          "performance.yml",
          List.of(
              new Job(
                  "Load test",
                  List.of(),
                  List.of("self-hosted", "performance"),
                  null,
                  new Odds(900, 1500, 0.1),
                  framed("Warm up", "Run load test", "Compare with baseline"))));

  static final WorkflowTemplate MAINTENANCE =
      new WorkflowTemplate(
          71_006,
          "Database maintenance",
          "maintenance.yml",
          List.of(
              new Job(
                  "Rebuild search index",
                  List.of(),
                  PRIMARY,
                  null,
                  new Odds(9_000, 10_800, 0.0),
                  framed("Take a snapshot", "Rebuild search index", "Swap aliases"))));

  static final List<WorkflowTemplate> ALL =
      List.of(CI, STAGING, PRODUCTION, PROBE, PERFORMANCE, MAINTENANCE);

  private WorkflowCatalog() {}

  private static Job job(
      String name, List<String> needs, int min, int max, double failures, String... steps) {
    return new Job(name, needs, BUILD, null, new Odds(min, max, failures), framed(steps));
  }

  private static Job deploy(
      String name, List<String> needs, List<String> labels, String environment, int min, int max) {
    List<String> steps =
        framed(
            "Validate prerequisites",
            "Query runner health",
            "Prepare SSH",
            "Dry run",
            "Deploy",
            RunPlan.ON_FAILURE_ONLY,
            "Post-deploy health check",
            "Notify");
    return new Job(name, needs, labels, environment, new Odds(min, max, 0.07), steps);
  }

  private static List<String> framed(String... steps) {
    List<String> all = new ArrayList<>(List.of("Set up job", "Checkout"));
    all.addAll(List.of(steps));
    all.addAll(List.of("Post Checkout", "Complete job"));
    return List.copyOf(all);
  }
}
