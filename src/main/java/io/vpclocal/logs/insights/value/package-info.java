/** The values in queries and records: numbers, times, periods, addresses, lists and maps, as text and as Java objects. */
@NullMarked
package io.vpclocal.logs.insights.value;

import org.jspecify.annotations.NullMarked;
