package org.xinheng.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;

/**
 * What a command works with.
 *
 * @param input standard input
 * @param results standard output, for results alone
 * @param talk standard error, for what is said beside them
 * @param today the day in Asia/Shanghai
 */
record Session(BufferedReader input, Writer results, PrintWriter talk, LocalDate today) {}
