/** The request log: recent calls, their callers and results. */
@NullMarked
package io.vpclocal.control.request;

import org.jspecify.annotations.NullMarked;
