package io.signalbox.model;

/** One configured source: its kind and the name the profile gives it. */
public record SourceId(SourceKind kind, String name) {
  /** {@code kind/name}, unique within a profile. */
  public String path() {
    return kind.word() + "/" + name;
  }
}
