/**
 * A sample business page (示例业务页面) as another site would have it: a tender evaluation form with the widget. The page's
 * own server holds the credentials and asks the platform over HTTP; nothing here calls the platform's code.
 */
@NullMarked
package org.xinheng.demo.bidding;

import org.jspecify.annotations.NullMarked;
