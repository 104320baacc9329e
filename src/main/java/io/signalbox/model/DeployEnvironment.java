package io.signalbox.model;

/** A deployment environment as GitHub lists it. */
public record DeployEnvironment(String repository, String name, String url) {}
