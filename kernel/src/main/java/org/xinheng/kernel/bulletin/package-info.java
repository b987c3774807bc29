/**
 * Bulletins (通报): what an office circulates each month, as a document to read and a workbook to count with.
 */
@NullMarked
package org.xinheng.kernel.bulletin;

import org.jspecify.annotations.NullMarked;
