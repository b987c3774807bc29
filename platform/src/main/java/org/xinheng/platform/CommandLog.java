package org.xinheng.platform;

/** Where the libraries of a command without an application write: to standard error, for output is for results. */
final class CommandLog {

    private CommandLog() {}

    /** Called first of all: the libraries read it when they are first used. */
    static void choose() {
        System.setProperty("logback.configurationFile", "logback-command.xml");
    }
}
