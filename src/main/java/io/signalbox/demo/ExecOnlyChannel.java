package io.signalbox.demo;

import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;

/** A session channel that runs single commands and refuses terminals, shells and subsystems. */
final class ExecOnlyChannel extends ChannelSession {
  @Override
  protected RequestHandler.Result handlePtyReq(Buffer buffer, boolean wantReply) {
    return RequestHandler.Result.ReplyFailure;
  }

  @Override
  protected RequestHandler.Result handleShell(String request, Buffer buffer, boolean wantReply) {
    return RequestHandler.Result.ReplyFailure;
  }

  @Override
  protected RequestHandler.Result handleSubsystem(
      String request, Buffer buffer, boolean wantReply) {
    return RequestHandler.Result.ReplyFailure;
  }
}
