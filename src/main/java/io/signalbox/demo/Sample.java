package io.signalbox.demo;

import java.util.Map;

/** One sample of a series: its labels without the metric's name, its value, when it was scraped. */
record Sample(Map<String, String> labels, double value, long scrapedMillis) {}
