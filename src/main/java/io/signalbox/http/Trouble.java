package io.signalbox.http;

import io.signalbox.snapshot.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Words for what can go wrong between sending a request and having read its answer. */
final class Trouble {
  private final String who;
  private final HttpUrl url;
  private final OkHttpClient client;
  private final Duration total;

  Trouble(String who, HttpUrl url, OkHttpClient client, Duration total) {
    this.who = who;
    this.url = url;
    this.client = client;
    this.total = total;
  }

  SourceException of(Exception e) {
    Exception cause = e;
    if (e instanceof JacksonException && e.getCause() instanceof IOException io) {
      cause = io; // the network failed while the parser was reading
    }
    return SourceException.passing(words(cause), cause);
  }

  private String words(Exception e) {
    return switch (e) {
      case WireException wire -> who + " sent an answer that cannot be used: " + wire.getMessage();
      case StreamConstraintsException _ ->
          who
              + " sent an answer that cannot be used: its JSON is nested too deeply or holds a"
              + " value that is too long";
      case JacksonException malformed ->
          who
              + " sent an answer that cannot be used: it is not whole JSON (line "
              + malformed.getLocation().getLineNr()
              + "). Ask again; if it stays, something between"
              + " here and there cuts or rewrites answers.";
      case IOException io -> network(io);
      default -> who + ": " + Snippet.of(String.valueOf(e.getMessage()));
    };
  }

  private String network(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("authenticate with proxy")
        || message.contains("PROXY_AUTH")
        || message.contains("CONNECT")) {
      return "The proxy "
          + proxyName()
          + " does not let "
          + who
          + " through ("
          + Snippet.of(message)
          + "). Check the proxy settings of this machine.";
    }
    return switch (e) {
      case UnknownHostException _ ->
          "The name "
              + unknownName()
              + " of "
              + who
              + " cannot be resolved. Check the url in the profile, the DNS and the VPN.";
      case SSLException tls -> TlsTrouble.words(who, url.host(), tls);
      case NoRouteToHostException _ -> "There is no route to " + who + ". Check network and VPN.";
      case SocketTimeoutException _ when message.contains("connect") ->
          who
              + throughProxy()
              + " did not accept a connection in time: host down, or a firewall drops"
              + " packets.";
      case ConnectException _ ->
          who
              + throughProxy()
              + " refused the connection: nothing listens there. Check that it runs"
              + " and the url in the profile.";
      case InterruptedIOException _ ->
          who
              + " gave no complete answer within "
              + total.toSeconds()
              + " s. It may be overloaded; it is asked again.";
      case SocketException _, EOFException _, ProtocolException _ -> cut();
      default ->
          message.contains("end of stream") ? cut() : who + " failed: " + Snippet.of(message);
    };
  }

  private String cut() {
    return who + " cut the connection in the middle of an answer. It is asked again.";
  }

  private String unknownName() {
    Proxy proxy = proxy();
    return proxy == null ? url.host() : proxyName() + " (proxy)";
  }

  private String throughProxy() {
    return proxy() == null ? "" : " by way of the proxy " + proxyName();
  }

  private String proxyName() {
    Proxy proxy = proxy();
    return proxy == null ? "in between" : String.valueOf(proxy.address());
  }

  private @Nullable Proxy proxy() {
    Proxy fixed = client.proxy();
    List<Proxy> chosen = fixed != null ? List.of(fixed) : client.proxySelector().select(url.uri());
    return chosen.stream().filter(p -> p.type() != Proxy.Type.DIRECT).findFirst().orElse(null);
  }
}
