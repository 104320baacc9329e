package io.signalbox.github;

import io.signalbox.interlock.RemoteCommand;
import java.io.InputStream;
import okhttp3.Response;

/** Words for a change that GitHub refuses: what, why, and what to do. */
final class WriteRefusals {
  private final String who;
  private final Refusals refusals;

  WriteRefusals(String who, Refusals refusals) {
    this.who = who;
    this.refusals = refusals;
  }

  WriteAnswer.Refused of(RemoteCommand command, Response response, InputStream body) {
    int status = response.code();
    String path = command.argv().get(1);
    String words =
        switch (status) {
          case 404 -> refusals.of(response, body).getMessage() + absent(path) + need(path);
          case 403 -> refusals.of(response, body).getMessage() + need(path);
          case 409 ->
              who
                  + " refuses "
                  + path
                  + " in its present state (409: "
                  + Refusals.said(body)
                  + "). Look at it on GitHub first.";
          case 422 ->
              who
                  + " refuses "
                  + path
                  + " as it was sent (422: "
                  + Refusals.said(body)
                  + ")."
                  + unfit(path);
          default -> String.valueOf(refusals.of(response, body).getMessage());
        };
    return new WriteAnswer.Refused(status, words + " Nothing was changed.");
  }

  private static String unfit(String path) {
    if (path.contains("/labels")) {
      return " Labels that GitHub gives itself cannot be removed, and 1 to 100 are taken at once.";
    }
    return path.endsWith("/deployments")
        ? " A deployment takes a branch, tag or commit that the repository has."
        : "";
  }

  private static String absent(String path) {
    return path.matches(".*/labels/[^/]+")
        ? " A label that the runner does not have is 404 too."
        : "";
  }

  /** The fine-grained permission by GitHub's documentation. */
  private static String need(String path) {
    if (path.contains("/actions/runners/")) {
      return path.startsWith("/orgs/")
          ? " Changing labels takes the permission \"Self-hosted runners: write\"."
          : " Changing labels takes the permission \"Administration: write\".";
    }
    if (path.contains("/actions/")) {
      return " It takes the permission \"Actions: write\".";
    }
    return path.contains("/deployments")
        ? " It takes the permission \"Deployments: write\"."
        : " It takes the permission \"Issues: write\".";
  }
}
