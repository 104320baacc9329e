package io.signalbox.profile;

/**
 * Somebody who may approve the gravest actions of others.
 *
 * @param name as the operating system names them where they act themselves
 * @param ssh their public key, {@code TYPE BASE64 [COMMENT]}; empty where they have none here
 * @param github their login, may be empty
 */
public record ApproverProfile(String name, String ssh, String github) {
  /** Type and key without the comment: two lines with the same are the same key. Empty for none. */
  public String key() {
    String[] words = ssh.strip().split("\\s+", 3);
    return words.length < 2 ? "" : words[0] + " " + words[1];
  }
}
