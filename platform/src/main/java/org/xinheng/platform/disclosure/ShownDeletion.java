package org.xinheng.platform.disclosure;

/**
 * That something was here and was deleted by a recorded act (已删除): all that remains of the content.
 *
 * @param words day, actor and ground, as recorded with the deletion
 */
public record ShownDeletion(String words) {}
