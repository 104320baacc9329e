/**
 * What a playbook does and would do: numbered events become a tree play → task → host, a check run
 * becomes a forecast that says what it cannot know. Pure; text of hosts is made harmless here.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.ansible;
