package io.signalbox.planted.model;

/** Planted: the other half of a cycle between rooms (with SeesTooMuch). */
public class Back {}
