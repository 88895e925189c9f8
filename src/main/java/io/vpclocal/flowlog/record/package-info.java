/** Flow log records: their fields, formats and text, and the aggregation of traffic into capture windows. */
@NamedInterface("record")
@NullMarked
package io.vpclocal.flowlog.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
