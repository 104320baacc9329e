package io.signalbox.demo;

/**
 * One physical machine of the fleet.
 *
 * @param name its hostname, also its SSH alias and the {@code hostname} label of its series
 * @param address a documentation address (RFC 5737): it labels series and is never connected to
 */
public record SimulatedHost(
    String name, String address, int cores, long memoryBytes, long diskBytes) {}
