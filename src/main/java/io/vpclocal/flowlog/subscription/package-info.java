/** Flow logs as the EC2 API knows them: created, described, deleted. */
@NullMarked
package io.vpclocal.flowlog.subscription;

import org.jspecify.annotations.NullMarked;
