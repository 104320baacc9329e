package io.signalbox.github;

import okhttp3.HttpUrl;

/** A repository ({@code owner/name}) or an organization of the profile. */
record Scope(String name, boolean organization) {
  /** The scope that a runner's {@code registeredAt} names. */
  static Scope of(String registeredAt) {
    return new Scope(registeredAt, registeredAt.indexOf('/') < 0);
  }

  /** The scope's address with these segments behind it. */
  HttpUrl.Builder url(GithubApi api, String segments) {
    return api.url((organization ? "orgs/" : "repos/") + name + "/" + segments);
  }
}
