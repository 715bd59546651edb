package dev.switchboard.server;

import dev.switchboard.server.cli.SwitchboardCommand;

/** Where the program starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(SwitchboardCommand.commandLine().execute(args));
  }
}
