/** Small parts that every view is made of; knows no feature. */
@org.jspecify.annotations.NullMarked
package io.signalbox.ui.kit;
