/** What watches log groups: metric filters and subscription filters. */
@NullMarked
package io.vpclocal.logs.filter;

import org.jspecify.annotations.NullMarked;
