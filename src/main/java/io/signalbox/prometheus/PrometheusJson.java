package io.signalbox.prometheus;

import io.signalbox.http.WireException;
import io.signalbox.model.Sample;
import io.signalbox.model.SeriesHistory;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The decoders of query answers on their own, e.g. to measure them. */
public final class PrometheusJson {
  private PrometheusJson() {}

  /** The samples of an instant query's whole answer, without ages. */
  public static List<Sample> vector(InputStream body) throws IOException {
    return data(Envelope.decode(body, Series::vector));
  }

  /** The series of a range query's whole answer. */
  public static List<SeriesHistory> matrix(InputStream body) throws IOException {
    return data(Envelope.decode(body, Series::matrix));
  }

  private static <T> T data(Envelope<T> answer) throws WireException {
    if (answer.data() == null) {
      throw new WireException("it is an error: " + answer.error());
    }
    return answer.data();
  }
}
