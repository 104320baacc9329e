import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts PNG files into the icon file of Windows or macOS, both of which are containers of PNGs. Run as
 * {@code java IconFile.java FILE.ico|FILE.icns PNG...}.
 */
final class IconFile {
  /** Apple's types by width in pixels: plain sizes, and the doubled ones for dense screens. */
  private static final Map<Integer, List<String>> APPLE =
      Map.of(
          16, List.of("icp4"),
          32, List.of("icp5", "ic11"),
          64, List.of("icp6", "ic12"),
          128, List.of("ic07"),
          256, List.of("ic08", "ic13"),
          512, List.of("ic09", "ic14"),
          1024, List.of("ic10"));

  private IconFile() {}

  public static void main(String[] arguments) throws IOException {
    TreeMap<Integer, byte[]> pictures = new TreeMap<>();
    for (int i = 1; i < arguments.length; i++) {
      byte[] png = Files.readAllBytes(Path.of(arguments[i]));
      // bytes 16 to 19 of a PNG are the width in its header chunk
      pictures.put(ByteBuffer.wrap(png).getInt(16), png);
    }
    Path file = Path.of(arguments[0]);
    Files.write(file, file.toString().endsWith(".ico") ? windows(pictures) : apple(pictures));
  }

  private static byte[] windows(TreeMap<Integer, byte[]> pictures) {
    pictures.tailMap(256, false).clear(); // an entry has one byte for the width; 0 stands for 256
    int header = 6 + 16 * pictures.size();
    int size = header + pictures.values().stream().mapToInt(png -> png.length).sum();
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    int offset = header;
    for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
      byte width = (byte) (picture.getKey() & 0xff);
      out.put(width).put(width).put((byte) 0).put((byte) 0);
      out.putShort((short) 1).putShort((short) 32);
      out.putInt(picture.getValue().length).putInt(offset);
      offset += picture.getValue().length;
    }
    pictures.values().forEach(out::put);
    return out.array();
  }

  private static byte[] apple(TreeMap<Integer, byte[]> pictures) throws IOException {
    ByteArrayOutputStream entries = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(entries);
    for (Map.Entry<Integer, byte[]> picture : pictures.entrySet()) {
      for (String type : APPLE.getOrDefault(picture.getKey(), List.of())) {
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.writeInt(8 + picture.getValue().length);
        out.write(picture.getValue());
      }
    }
    ByteBuffer file = ByteBuffer.allocate(8 + entries.size());
    file.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(8 + entries.size());
    return file.put(entries.toByteArray()).array();
  }
}
