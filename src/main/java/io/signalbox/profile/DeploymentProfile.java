package io.signalbox.profile;

import java.util.List;

/** Which workflow and job deploy, and what labels that job asks for; empty where not given. */
public record DeploymentProfile(String workflow, String job, List<String> requires) {}
