/** What is observed and operated: records and enums on the JDK alone, safe on every thread. */
@org.jspecify.annotations.NullMarked
package io.signalbox.model;
