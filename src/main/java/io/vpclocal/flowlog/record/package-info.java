/** What a flow log record is: its fields, formats and text, and how traffic is added up into capture windows. */
@NamedInterface("record")
@NullMarked
package io.vpclocal.flowlog.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
