"""Altyn: answers questions about sports results from a store of sourced facts."""
