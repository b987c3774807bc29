/**
 * Working days (工作日) of mainland China: legal clocks count in them. The published calendar with its make-up days,
 * and weekends alone, said to be provisional, where nothing is published yet.
 */
@NullMarked
package org.xinheng.kernel.calendar;

import org.jspecify.annotations.NullMarked;
