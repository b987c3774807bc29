/**
 * Policy documents in which a city divides tasks (任务分工): who leads, who cooperates, who is responsible. A document is
 * read in steps that know nothing of any one city: pieces (lines and tables of a file), front matter, blocks (lines cut
 * by a page joined again), outline, and at last the units of each task. Nothing printed is dropped: what fits nowhere
 * stays a paragraph, and what was guessed is said in a {@link org.xinheng.kernel.policy.Doubt}.
 */
@NullMarked
package org.xinheng.kernel.policy;

import org.jspecify.annotations.NullMarked;
