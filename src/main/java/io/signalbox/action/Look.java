package io.signalbox.action;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that was looked at, or left out, without a plan: it changed nothing that is operated.
 *
 * @param verb stable id of what it belongs to
 * @param target what was asked, or what it is about
 * @param params further values in words, in this order
 * @param result a verdict, or a word
 */
public record Look(String verb, String target, Map<String, String> params, String result) {
  /** Copies the values, in their order. */
  public Look {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
  }
}
