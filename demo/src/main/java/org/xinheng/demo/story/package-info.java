/** What happens in the demo city: accounts are opened, files come in week by week, lists are determined, bidders checked. */
@NullMarked
package org.xinheng.demo.story;

import org.jspecify.annotations.NullMarked;
