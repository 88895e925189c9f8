/** Export tasks, which write the events of a log group to an S3 bucket. */
@NullMarked
package io.vpclocal.logs.export;

import org.jspecify.annotations.NullMarked;
