package io.signalbox.ui.kit;

import io.signalbox.ui.fx.FxAssert;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes what is on a scene as a PNG file, with no window and no screen. FX thread only. */
public final class Pictures {
  private Pictures() {}

  /**
   * Writes the scene at its own size, after styles and layout have settled.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(Scene scene, Path png) throws IOException {
    FxAssert.onFxThread();
    Parent root = scene.getRoot();
    for (int pass = 0; pass < 3; pass++) { // virtualised lists fill in the pass after their resize
      root.applyCss();
      root.layout();
    }
    write(scene.snapshot(null), png);
  }

  /**
   * Writes an image.
   *
   * @throws IOException when the file cannot be written
   */
  public static void write(WritableImage image, Path png) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage opaque = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    opaque.setRGB(0, 0, width, height, argb, 0, width);
    Path folder = png.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (!ImageIO.write(opaque, "png", png.toFile())) {
      throw new IOException("this Java has no PNG writer; " + png + " was not written");
    }
  }
}
