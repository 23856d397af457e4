/** How long to simulate, and over what range to count: from the time scales of a setting. */
package org.thalweg.results.plan;
