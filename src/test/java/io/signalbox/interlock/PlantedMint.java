package io.signalbox.interlock;

/** Planted: mints a permit although it is not the interlock. */
class PlantedMint {
  Permit forged() {
    return new Permit("any hash", "");
  }
}
