import { densityMax } from '../../../../lib/board/core/density.ts'

/**
 * Runs in the page before its scripts have come: gives the paper its pixels, in its own colour, while a weak machine has nothing to do but to
 * wait for the network. A browser without a graphics processor makes three pictures of a canvas, one with each of its first frames, and takes
 * the time of several frames for each; so they are there when the first thing is to be seen. Each time all of it is drawn on: else the browser
 * would copy what it has before. Once the page is alive this touches the paper no more.
 *
 * The policy of contents knows it by its hash (`vite.config.ts`).
 */
export const ground = `{let n=3,x,f=()=>{let c=document.querySelector('[data-told] canvas'),d=Math.min(devicePixelRatio,${densityMax})
if(c){if(!x){c.width=Math.round(c.clientWidth*d)
c.height=Math.round(c.clientHeight*d)
x=c.getContext('2d',{alpha:false})
x.fillStyle=getComputedStyle(c).getPropertyValue('--paper')}
x.fillRect(0,0,c.width,c.height)
if(--n)requestAnimationFrame(f)}}
requestAnimationFrame(()=>setTimeout(f,200))}`
