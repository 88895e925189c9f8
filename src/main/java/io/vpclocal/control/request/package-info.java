/** What was called lately, by whom, and what came of it. */
@NullMarked
package io.vpclocal.control.request;

import org.jspecify.annotations.NullMarked;
