package org.xinheng.kernel.pack;

/**
 * The ground of an entry: a document of the register and the article in it.
 *
 * @param document id in the documents register
 * @param article as the document writes it, such as 第二十二条
 */
public record Basis(String document, String article) {}
