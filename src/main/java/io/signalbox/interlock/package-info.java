/**
 * What stands between an intent and the world: plans, rules, rulings and the permit without which
 * nothing that changes anything can be called.
 */
@org.jspecify.annotations.NullMarked
package io.signalbox.interlock;
