package org.xinheng.platform.disclosure;

import java.time.LocalDate;

/**
 * That something was here and was deleted by a recorded act (已删除): all that remains of the content. Reads "deleted on …
 * by … because …".
 *
 * @param by name of the officer who had it deleted
 * @param ground why, citing its basis
 */
public record ShownDeletion(LocalDate on, String by, String ground) {}
