/**
 * Files of catalogue items (信息目录项): reading tables as departments send them, checking each row by the item's
 * fields and the rules R1 to R12, and telling a clerk in plain words what to mend. A bad row is a value, only a file
 * that cannot be read at all is a refusal. What identifies a person leaves a row at the first parse.
 */
@NullMarked
package org.xinheng.kernel.item;

import org.jspecify.annotations.NullMarked;
